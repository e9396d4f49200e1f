# What a method raises in the midst of a look-up can be taken.
class K:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        if self.v < 0:
            raise ValueError("negative")
        return self.v % 10
    def __eq__(self, other):
        if other.v == 99:
            raise RuntimeError("not compared")
        return self.v == other.v
d = {K(9): 1}
for v in (-1, 99, 9):
    try:
        print(d[K(v)])
    except (ValueError, RuntimeError) as e:
        print(e)
# expect: negative
# expect: not compared
# expect: 1
