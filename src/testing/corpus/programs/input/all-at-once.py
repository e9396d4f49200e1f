# cores: 8
# stdin: 1
# stdin: 1
# stdin: 1
# stdin: 1
# stdin: 1
# stdin: 1
# stdin: 1
# stdin: 1
print input("?")
# expect: 1
