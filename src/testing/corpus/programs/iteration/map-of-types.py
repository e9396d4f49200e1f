a, b = map(int, "12 30".split())
print(a + b)
print(list(map(float, ["1.5", "2"])), list(map(str, [1, 2.5, None])))
print(sum(map(int, "123")))
print(" ".join(map(str, [1, 2, 3])))
print(max(map(len, ["a", "bcd", "ef"])))
print(sorted(map(abs, [-3, 1, -2])))
# expect: 42
# expect: [1.5, 2.0] ['1', '2.5', 'None']
# expect: 6
# expect: 1 2 3
# expect: 3
# expect: [1, 2, 3]
