# Values that are being worked on while inner loops run.
total = 0
for i in range(3):
    for x in [i, i + 1]:
        k = 0
        while k < 2:
            for c in "ab":
                total = total + (x * (k + 1) - (i - x)) * (1 if c == "a" else 2)
            k += 1
print total
# expect: 99
