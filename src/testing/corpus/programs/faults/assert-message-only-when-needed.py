def message():
    print "asked"
    return "no"
assert True, message()
assert not False and 1 < 2, message()
print "quiet"
# expect: quiet
