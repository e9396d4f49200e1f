for digit in ["7", "²", "½", "五", "x"]:
    print(digit, digit.isdecimal(), digit.isdigit(), digit.isnumeric())
# expect: 7 True True True
# expect: ² False True True
# expect: ½ False False True
# expect: 五 False False True
# expect: x False False False
