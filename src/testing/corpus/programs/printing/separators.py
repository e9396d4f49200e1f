print("a", "b", sep="-")
# expect: a-b
print("a", "b", sep="")
# expect: ab
print("x", end="")
print("y", end="!\n")
# expect: xy!
print("a", 1, sep=", ", end=".\n")
# expect: a, 1.
