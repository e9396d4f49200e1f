class A:
    pass
a = A()
for k in range(4):
    setattr(a, "field" + str(k), k * k)
print([getattr(a, "field" + str(k)) for k in range(4)], a.field3)
# expect: [0, 1, 4, 9] 9
