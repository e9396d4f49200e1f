# stdin: 12
x = input()
print x * 2 # expect: 24
