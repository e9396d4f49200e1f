def start():
    print "computed"
    return 5
def f(a, b=start() * 2):
    return a + b
# expect: computed
print f(1), f(1)
# expect: 11 11
