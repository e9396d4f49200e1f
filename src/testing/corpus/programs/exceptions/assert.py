# assert raises AssertionError.
try:
    assert 1 == 2
except AssertionError as e:
    print("[" + str(e) + "]", e.args)
try:
    assert 1 == 2, "not equal"
except AssertionError as e:
    print(e)
try:
    assert False, [1, 2]
except AssertionError as e:
    print(e.args)
assert True, "fine"

# expect: [] ()
# expect: not equal
# expect: ([1, 2],)
