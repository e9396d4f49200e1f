# dialect: classic
a = native rtl_input()
print a + 1
b = native rtl_inputprint("more? ")
print b
c = native rtl_input()
print c
# stdin: 4
# stdin: 2.5
# stdin: text
# expect: 5
# expect: 2.500000
# expect: text
