def half(n):
    assert n % 2 == 0, "odd: " + str(n)  # fault: assertion-failed
    return n // 2
print half(4)
# expect: 2
print half(5)
