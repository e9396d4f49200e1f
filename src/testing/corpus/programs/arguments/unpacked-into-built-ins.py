print(max(*[3, 9, 4]), min(5, *[7, 2]))
print(*[1, 2, 3])
print(*"abc", sep="-")
print("a", *[1, 2], "b", sep="", end="!\n")
print(*[])
print(list(zip(*[(1, 2), (3, 4), (5, 6)])))
# expect: 9 2
# expect: 1 2 3
# expect: a-b-c
# expect: a12b!
# expect:
# expect: [(1, 3, 5), (2, 4, 6)]
