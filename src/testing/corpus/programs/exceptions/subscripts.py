# What square brackets say.
def show(n, x):
    try:
        if n == 0: x[0]
        if n == 1: x[0] = 1
        if n == 2: del x[0]
        if n == 3: x["k"]
        if n == 4: x[1.5]
        print("fine")
    except Exception as e:
        print(n, type(e).__name__, e)

for x in [5, "ab", (1, 2), [1, 2]]:
    for n in range(5):
        show(n, x)

# expect: 0 TypeError 'int' object is not subscriptable
# expect: 1 TypeError 'int' object does not support item assignment
# expect: 2 TypeError 'int' object does not support item deletion
# expect: 3 TypeError 'int' object is not subscriptable
# expect: 4 TypeError 'int' object is not subscriptable
# expect: fine
# expect: 1 TypeError 'str' object does not support item assignment
# expect: 2 TypeError 'str' object doesn't support item deletion
# expect: 3 TypeError string indices must be integers, not 'str'
# expect: 4 TypeError string indices must be integers, not 'float'
# expect: fine
# expect: 1 TypeError 'tuple' object does not support item assignment
# expect: 2 TypeError 'tuple' object doesn't support item deletion
# expect: 3 TypeError tuple indices must be integers or slices, not str
# expect: 4 TypeError tuple indices must be integers or slices, not float
# expect: fine
# expect: fine
# expect: fine
# expect: 3 TypeError list indices must be integers or slices, not str
# expect: 4 TypeError list indices must be integers or slices, not float
