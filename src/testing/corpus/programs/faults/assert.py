x = 3
assert x == 3
assert x > 2, "not said"
print "so far"
# expect: so far
assert x > 3  # fault: assertion-failed
