def total(values):
    sum = 0
    for value in values:
        sum += value
    return sum


def length(word):
    return len(word)


print(total(map(length, ["a", "bc"])))
print(total(zip([1], [2])) if False else "no")
print(total(reversed([1, 2, 3])))
# expect: 3
# expect: no
# expect: 6
