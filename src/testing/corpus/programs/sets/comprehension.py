print({x % 4 for x in range(20)})
print(sorted({w[0] for w in ["apple", "avocado", "bean"]}))
print({(x, y) for x in range(2) for y in range(1)} == {(0, 0), (1, 0)})
# expect: {0, 1, 2, 3}
# expect: ['a', 'b']
# expect: True
