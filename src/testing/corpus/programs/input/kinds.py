# stdin: 42
# stdin: 2.5
# stdin: hello world
# stdin:  -7 
# stdin: 1e3
# stdin: 
# stdin: 3000000000
# stdin: +5
# stdin: 1.
# stdin: 12abc
a = input("number? ")
print a + 1
# expect: 43
print input() * 2
# expect: 5.0
print input()
# expect: hello world
print input() - 1
# expect: -8
print input()
# expect: 1000.0
print "[" + input() + "]"
# expect: []
print input()
# expect: 3000000000.0
print input(), input(), input()
# expect: 5 1.0 12abc
