print "123".isdigit(), "".isdigit(), "1.5".isdigit(), "-1".isdigit(), "12a".isdigit(), "²".isdigit()
# expect: True False False False False True
