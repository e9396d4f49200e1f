x = """
print "a"
"""
# print "a" and <> and `x`
print(7 / 2, len("<> `x`")) # expect: 3.5 6
