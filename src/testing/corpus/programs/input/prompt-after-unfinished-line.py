# stdin: 3
print "so far",
x = input("? ")
print x
# expect: 3
