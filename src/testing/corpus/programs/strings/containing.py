print "ell" in "hello", "z" in "hello", "" in "x", "z" not in "hello"
# expect: True False True True
