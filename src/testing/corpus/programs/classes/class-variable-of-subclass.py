class A:
    n = 1
class B(A):
    pass
B.n = 2
print(A.n, B.n)
A.n = 5
print(A.n, B.n)
# expect: 1 2
# expect: 5 2
