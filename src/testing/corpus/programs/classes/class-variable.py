class A:
    count = 0
a = A()
A.count += 1
print(A.count, a.count)
a.count = 10
print(A.count, a.count)
# expect: 1 1
# expect: 1 10
