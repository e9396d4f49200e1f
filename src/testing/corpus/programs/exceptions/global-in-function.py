# A handler's name that is a global variable.
def f():
    global e
    try:
        raise ValueError("g")
    except ValueError as e:
        g()

def g():
    print(e)

f()
try:
    print(e)
except NameError as n:
    print(n)

# expect: g
# expect: name 'e' is not defined
