total = 0
for x in {1, 2, 3}:
    total += x
print(total)
for x in set():
    print("never")
for x in sorted({"b", "a"}):
    print(x)
# expect: 6
# expect: a
# expect: b
