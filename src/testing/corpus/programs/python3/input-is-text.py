# stdin: 12
x = input()
print(type(x)) # expect: <class 'str'>
print(x * 2) # expect: 1212
print(int(x) * 2) # expect: 24
