def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


for x in count(3):
    print(x)
print([x * x for x in count(4)])
# expect: 0
# expect: 1
# expect: 2
# expect: [0, 1, 4, 9]
