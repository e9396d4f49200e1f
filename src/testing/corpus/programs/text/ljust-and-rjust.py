print(["ab".ljust(4), "ab".rjust(4), "abc".ljust(2), "abc".rjust(3)])
# expect: ['ab  ', '  ab', 'abc', 'abc']
print("ab".ljust(5, "."), "ab".rjust(5, "."), "日".rjust(3, "本"))
# expect: ab... ...ab 本本日
