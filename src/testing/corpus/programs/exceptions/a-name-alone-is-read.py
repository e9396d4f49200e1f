count = 1
del count
try:
    count
except NameError as e:
    print(e)
def f():
    if False:
        inner = 1
    try:
        inner
    except UnboundLocalError:
        print("unbound")
f()
# expect: name 'count' is not defined
# expect: unbound
