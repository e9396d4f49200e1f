class A:
    pass
a = A()
a.x = 5
a.x += 1
print(a.x)
# expect: 6
