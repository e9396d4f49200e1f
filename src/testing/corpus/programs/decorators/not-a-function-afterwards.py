def run(f):
    return f() + 1
@run
def total():
    return 41
print total
# expect: 42
print total()  # fault: not-a-function
