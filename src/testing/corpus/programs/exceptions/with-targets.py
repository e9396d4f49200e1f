# What stands behind as can be any target.
class Pair:
    def __enter__(self):
        return 1, [2, 3]
    def __exit__(self, kind, value, trace):
        print("exit")

class Box:
    pass

with Pair() as (a, (b, c)):
    print(a, b, c)
with Pair() as [d, e]:
    print(d, e)
box = Box()
with Pair() as box.pair:
    print(box.pair)
xs = [0, 0]
with Pair() as xs[1]:
    print(xs)
try:
    with Pair() as (f, g, h):
        print("never")
except ValueError as e:
    print("protected", e)

# expect: 1 2 3
# expect: exit
# expect: 1 [2, 3]
# expect: exit
# expect: (1, [2, 3])
# expect: exit
# expect: [0, (1, [2, 3])]
# expect: exit
# expect: exit
# expect: protected not enough values to unpack (expected 3, got 2)
