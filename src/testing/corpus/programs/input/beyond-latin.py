# stdin: žába 😀
s = input("日本? ")
print s, len(s)
# expect: žába 😀 6
