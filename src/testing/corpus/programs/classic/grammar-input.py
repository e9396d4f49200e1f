# dialect: classic
# stdin: 5
# stdin: 2.5
# stdin: text
a = input()
b = INPUT("b? ") c = input("c" + "?") print c
print a + 1, b * 2
# expect: text
# expect: 6 5.000000
