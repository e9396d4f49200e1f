# Of two decimals that are equally near and as short, the even one is shown, as Python does.
print(-370370.125, 370370.375)  # expect: -370370.12 370370.38
print(1048576.5 / 8.0)  # expect: 131072.06
