-- Where the two calculators part: every line, flag and figure that only one of them has.
select n, c, 'line' as what, who, to_jsonb(d) - 'n' - 'who' as says
  from (
    (select n, code, amount, 'ours' as who from our_line except all select n, code, amount, 'ours' from line)
    union all
    (select n, code, amount, 'second' from line except all select n, code, amount, 'second' from our_line)
  ) as d join given using (n)
union all
select n, c, 'flag', who, to_jsonb(d) - 'n' - 'who'
  from (
    (select n, flag, 'ours' as who from our_flag except all select n, flag, 'ours' from flag)
    union all
    (select n, flag, 'second' from flag except all select n, flag, 'second' from our_flag)
  ) as d join given using (n)
union all
select n, c, 'figure', who, to_jsonb(d) - 'n' - 'who'
  from (
    (select n, name, value, 'ours' as who from our_figure except all select n, name, value, 'ours' from figure)
    union all
    (select n, name, value, 'second' from figure except all select n, name, value, 'second' from our_figure)
  ) as d join given using (n)
order by n limit 20;
