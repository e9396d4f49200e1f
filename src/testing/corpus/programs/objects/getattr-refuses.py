class P:
    def __getattr__(self, n):
        if n.startswith("get_"):
            return lambda: n[4:]
        raise AttributeError(f"no {n}")
p = P()
print(p.get_foo(), hasattr(p, "zzz"), hasattr(p, "get_x"), getattr(p, "zzz", 7))
class Around:
    def __init__(self, inner):
        self._inner = inner
    def __getattr__(self, n):
        return getattr(self._inner, n)
w = Around([1, 2])
w.append(3)
print(w._inner, w.count(1))
# expect: foo False True 7
# expect: [1, 2, 3] 1
