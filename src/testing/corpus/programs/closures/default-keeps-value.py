fs = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in fs])
gs = []
for i in range(3):
    def g(x=i * i):
        return x
    gs.append(g)
print([g() for g in gs], g(7))
# expect: [10, 11, 12]
# expect: [0, 1, 4] 7
