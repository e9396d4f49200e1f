total = 0
for value in {"a": 1, "b": 20, "c": 300}.values():
    total += value
print(total)
# expect: 321
