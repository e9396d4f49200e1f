print("abc".islower(), "aBc".islower(), "".islower(), "1".islower(), "a1".islower())
# expect: True False False False True
print("ABC".isupper(), "aBC".isupper(), "".isupper(), "1".isupper(), "A1".isupper())
# expect: True False False False True
