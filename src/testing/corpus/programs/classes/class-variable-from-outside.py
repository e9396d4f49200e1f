class A:
    pass
A.limit = 3
print(A.limit, A().limit)
# expect: 3 3
