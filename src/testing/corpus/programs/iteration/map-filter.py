def more(x):
    return x + 1

def odd(x):
    return x % 2 == 1

print(map(more, [1, 2]))
print(filter(odd, [1, 2, 3]))
print(filter(None, [0, 4, "", "a"]))
# expect: [2, 3]
# expect: [1, 3]
# expect: [4, 'a']
