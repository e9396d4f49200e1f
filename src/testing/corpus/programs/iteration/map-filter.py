def more(x):
    return x + 1

def odd(x):
    return x % 2 == 1

print(list(map(more, [1, 2])))
print(list(filter(odd, [1, 2, 3])))
print(list(filter(None, [0, 4, "", "a"])))
# expect: [2, 3]
# expect: [1, 3]
# expect: [4, 'a']
