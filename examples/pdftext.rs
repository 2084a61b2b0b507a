//! `pdftext FROM TO`: the text of every PDF in a folder, for measuring.

use std::time::{Duration, Instant};

use greffier::pdf::{Limits, extract};

#[allow(clippy::print_stderr)]
fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        eprintln!("usage: pdftext FROM TO [--furniture]");
        return Ok(());
    };
    let with_furniture = args.next().is_some();
    std::fs::create_dir_all(&to)?;
    let mut files: Vec<_> = std::fs::read_dir(from)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "pdf"))
        .collect();
    files.sort();
    for file in files {
        let bytes = std::fs::read(&file)?;
        let name = file.file_stem().unwrap_or_default();
        let start = Instant::now();
        let limits = Limits {
            deadline: Some(start + Duration::from_secs(10)),
            ..Limits::default()
        };
        match extract(&bytes, &limits) {
            Ok(mut pdf) => {
                for w in &pdf.warnings {
                    eprintln!("{}: {:?} {:?}", name.display(), w.code, w.pages);
                }
                if with_furniture {
                    for f in &pdf.furniture {
                        pdf.text.push('\n');
                        pdf.text.push_str(&f.text);
                    }
                }
                let out = std::path::Path::new(&to).join(name).with_extension("txt");
                std::fs::write(out, pdf.text)?;
            }
            Err(error) => eprintln!("{}: error: {error}", name.display()),
        }
        let spent = start.elapsed();
        if spent > Duration::from_secs(1) {
            eprintln!("{}: slow: {spent:?}", name.display());
        }
    }
    Ok(())
}
