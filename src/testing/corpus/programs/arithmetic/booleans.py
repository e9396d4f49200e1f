print True + True, True * 5, -True, +True
# expect: 2 5 -1 1
print True == 1, False == 0, True < 2
# expect: True True True
print True + 0.5
# expect: 1.5
