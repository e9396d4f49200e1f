# stdin: only
print input()
# expect: only
x = input() # fault: no-more-input
