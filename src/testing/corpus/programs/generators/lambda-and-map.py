def count(n):
    for i in range(n):
        yield i


print(list(map(lambda x: x * 10, count(3))))
print(list(filter(lambda x: x % 2, count(6))))
print([f(2) for f in map(lambda n: lambda x: x + n, count(3))])
# expect: [0, 10, 20]
# expect: [1, 3, 5]
# expect: [2, 3, 4]
