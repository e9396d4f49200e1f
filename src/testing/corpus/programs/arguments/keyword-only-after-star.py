def total(*numbers, start=0):
    for n in numbers:
        start += n
    return start
print(total(), total(1, 2, 3), total(1, 2, start=10), total(start=5))
# expect: 0 6 13 5
