from itertools import count, cycle, islice, repeat

print(list(islice(count(5, 2), 3)))
print([x for x, y in zip(cycle("ab"), range(5))], list(repeat(7, 3)))
for n in count():
    if n > 2:
        break
    print(n)
# expect: [5, 7, 9]
# expect: ['a', 'b', 'a', 'b', 'a'] [7, 7, 7]
# expect: 0
# expect: 1
# expect: 2
