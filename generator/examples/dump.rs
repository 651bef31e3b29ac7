use tablature::{lower::*, source::*};
fn main() {
    for root in std::env::args().skip(1) {
        let mut d = Diagnostics::default();
        let t = std::time::Instant::now();
        let sources = load(&[root.clone().into()], &mut d).unwrap();
        let t1 = t.elapsed();
        let options = LowerOptions { dangling: Dangling::Opaque, name: "x".into(), ..Default::default() };
        let m = lower(&sources, &options, &mut d);
        println!(
            "{root}: {} types {} ops, case {:?}, left {:?} load {:?} all {:?}",
            m.types.len(),
            m.operations.len(),
            m.wire_case,
            m.left_out,
            t1,
            t.elapsed()
        );
        let mut by: std::collections::BTreeMap<_, Vec<_>> = Default::default();
        for x in &d.list {
            by.entry(x.code).or_default().push(x);
        }
        for (c, v) in by {
            println!("   {c:?} {}", v.len());
            for x in v.iter().take(6) {
                let at =
                    x.span.map(|s| format!("{}:{:?}", sources.get(s.file).path, sources.position(s.file, s.start)));
                println!("      {} {} {at:?}", x.message, x.label);
            }
        }
        if std::env::var("DUMP").is_ok() {
            println!("{}", m.to_json());
        }
    }
}
