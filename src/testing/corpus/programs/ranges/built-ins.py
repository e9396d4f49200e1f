print(sum(range(101)), sum(range(1, 4), 10), max(range(3)), min(range(3)), sorted(range(3), reverse=True))
print(range(10).index(4), range(0, 10, 2).count(4), range(5).count(9))
# expect: 5050 16 2 0 [2, 1, 0]
# expect: 4 1 0
