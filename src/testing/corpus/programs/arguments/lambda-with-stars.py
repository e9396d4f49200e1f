f = lambda *a, **k: (a, k)
print(f(), f(1, 2, z=3))
g = lambda x, *ys, sep=",": sep.join([x] + list(ys))
print(g("a"), g("a", "b", "c"), g("a", "b", sep="-"))
# expect: ((), {}) ((1, 2), {'z': 3})
# expect: a a,b,c a-b
