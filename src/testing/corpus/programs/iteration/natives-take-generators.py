def count(n):
    for i in range(n):
        yield i


print(list(count(3)), tuple(count(3)))
print(sum(count(5)), sum(count(3), 10))
print(max(count(4)), min(count(4)))
print(sorted(count(3), reverse=True))
print(list(enumerate(count(2))), list(zip(count(2), count(5))))
xs = [9]
xs.extend(count(2))
print(xs)
# expect: [0, 1, 2] (0, 1, 2)
# expect: 10 13
# expect: 3 0
# expect: [2, 1, 0]
# expect: [(0, 0), (1, 1)] [(0, 0), (1, 1)]
# expect: [9, 0, 1]
